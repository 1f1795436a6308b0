package dev.aiaudit.catalog.guard;

import java.util.List;
import java.util.Optional;

/**
 * How the fallback of an annotation is found.
 *
 * @param signature which methods are accepted
 * @param missing what happens when none is found
 * @param companions annotations that mark the fallback method or bean
 * @param classDefaults annotations on the class whose members count where its own are absent
 * @param handlerType interface of a fallback class, where it is not the guarded type itself
 */
public record FallbackForm(
    Signature signature,
    Missing missing,
    List<String> companions,
    List<String> classDefaults,
    Optional<String> handlerType) {

  /** Which methods are accepted as fallback of a method. */
  public enum Signature {
    /** The annotation has no fallback. */
    NONE,
    /** All its parameters and a throwable at the end, or a throwable alone; types exactly equal. */
    SAME_PLUS_THROWABLE,
    /** The same parameters, or those and an exception at the end. */
    SAME_OR_PLUS_EXCEPTION,
    /** The same parameters, or those and a {@code Throwable}; the default fallback takes none. */
    SAME_OPTIONAL_THROWABLE,
    /** {@code @Recover}: an exception or none, then a first part of the parameters; same class. */
    RECOVER,
    /** A bean that implements the guarded interface. */
    SAME_INTERFACE,
    /** The method of the same signature of a bean that carries the companion. */
    SAME_METHOD_OF_BEAN
  }

  /** What a fallback that is named but not found does. */
  public enum Missing {
    /** The original exception goes on; at most a line in the log. */
    SILENT,
    /** The original exception, or one in its place, goes on. */
    RETHROWS,
    /** Every call fails, successful ones too. */
    FAILS_CALL,
    /** The application does not start. */
    FAILS_START
  }

  /** Copies the lists. */
  public FallbackForm {
    companions = List.copyOf(companions);
    classDefaults = List.copyOf(classDefaults);
  }
}
