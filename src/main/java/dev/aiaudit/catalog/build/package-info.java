/**
 * Build-time only: turns the YAML files of {@code src/main/catalog} into the one binary resource
 * that the program reads. Nothing at run time may depend on this package.
 */
package dev.aiaudit.catalog.build;
