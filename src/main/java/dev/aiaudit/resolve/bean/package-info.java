/**
 * Beans of containers (Spring, CDI, Micronaut): which methods and classes of the tree make objects
 * that a container hands out, and which of them an injection point gets.
 */
package dev.aiaudit.resolve.bean;
