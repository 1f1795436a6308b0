/**
 * Reads builds and configuration: Maven and Gradle modules with their dependencies, and the
 * settings of applications, containers and deployments, each with its position.
 *
 * <p>Readers are tolerant: what cannot be read becomes a diagnostic, never an exception. {@link
 * dev.aiaudit.configsource.ProjectConfig} is the door. Credentials never get past the readers.
 */
package dev.aiaudit.configsource;
