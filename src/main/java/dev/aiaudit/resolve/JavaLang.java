package dev.aiaudit.resolve;

import java.util.Set;

/** The types of {@code java.lang} that need no import and that real code names. */
final class JavaLang {

  private static final Set<String> NAMES =
      Set.of(
          "Object",
          "String",
          "Integer",
          "Long",
          "Double",
          "Float",
          "Boolean",
          "Character",
          "Byte",
          "Short",
          "Number",
          "Void",
          "Math",
          "System",
          "Thread",
          "Runnable",
          "Iterable",
          "Comparable",
          "CharSequence",
          "StringBuilder",
          "StringBuffer",
          "Class",
          "Enum",
          "Record",
          "Override",
          "Deprecated",
          "FunctionalInterface",
          "SuppressWarnings",
          "AutoCloseable",
          "Cloneable",
          "Process",
          "ProcessBuilder",
          "Runtime",
          "ThreadLocal",
          "Throwable",
          "Exception",
          "RuntimeException",
          "Error",
          "IllegalArgumentException",
          "IllegalStateException",
          "NullPointerException",
          "InterruptedException",
          "UnsupportedOperationException",
          "IndexOutOfBoundsException",
          "ArithmeticException",
          "ClassCastException",
          "NumberFormatException",
          "SecurityException",
          "CloneNotSupportedException",
          "ClassNotFoundException",
          "NoSuchFieldException",
          "NoSuchMethodException",
          "ReflectiveOperationException",
          "InstantiationException",
          "IllegalAccessException",
          "OutOfMemoryError",
          "StackOverflowError",
          "AssertionError",
          "LinkageError",
          "NoClassDefFoundError",
          "ArrayIndexOutOfBoundsException",
          "StringIndexOutOfBoundsException",
          "VirtualMachineError",
          "ScopedValue",
          "ClassLoader",
          "Package",
          "Module",
          "StackTraceElement",
          "SafeVarargs",
          "InheritableThreadLocal");

  private JavaLang() {}

  static boolean has(String simpleName) {
    return NAMES.contains(simpleName);
  }
}
