/**
 * What the few library types that matter look like from outside: supertypes, the one method of a
 * functional interface, which type argument a container's method hands out.
 *
 * <p>Stands in for class files that the program does not read. The data is {@code
 * src/main/catalog/types}; matching it against syntax is the business of the resolving packages.
 */
package dev.aiaudit.catalog.type;
