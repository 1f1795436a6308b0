package dev.aiaudit.javasource.index;

/**
 * An import of a file.
 *
 * @param name the dotted name as written, without {@code .*}
 * @param onDemand whether it ends with {@code .*}
 * @param isStatic whether it is a static import
 */
public record Import(String name, boolean onDemand, boolean isStatic) {}
