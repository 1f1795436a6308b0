package dev.aiaudit.catalog.entrypoint;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One way in which a framework finds the methods that it calls. All type names are qualified. */
public sealed interface EntryPattern {

  /** What every pattern says. */
  EntryTraits traits();

  /** How the route is put together; {@link RouteSpec#NONE} where there is none. */
  RouteSpec route();

  /** The unique id. */
  default String id() {
    return traits().id();
  }

  /**
   * A method that carries an annotation, or one that is itself annotated with it.
   *
   * @param annotations any of these
   * @param in the class, or what it extends, carries one of these; empty: any class
   * @param notIn and none of these
   * @param parameterTypes the route or first parameter names one of these types; empty: any
   * @param route how the route is put together
   */
  record AnnotatedMethod(
      EntryTraits traits,
      List<String> annotations,
      List<String> in,
      List<String> notIn,
      List<String> parameterTypes,
      RouteSpec route)
      implements EntryPattern {
    /** Copies the lists. */
    public AnnotatedMethod {
      annotations = List.copyOf(annotations);
      in = List.copyOf(in);
      notIn = List.copyOf(notIn);
      parameterTypes = List.copyOf(parameterTypes);
    }
  }

  /**
   * Methods that a class has because of a supertype.
   *
   * @param supertypes any of these; {@code *ImplBase} and {@code *.Iface} match by ending
   * @param methods which of its methods
   * @param reach narrows them further
   * @param returns the method's return type is one of these; empty: any
   * @param on the class carries one of these annotations; empty: no matter
   * @param requires the project depends on one of these artifacts; empty: no matter
   * @param route how the route is put together
   */
  record SupertypeMethods(
      EntryTraits traits,
      List<String> supertypes,
      List<MethodPick> methods,
      Reach reach,
      List<String> returns,
      List<String> on,
      List<String> requires,
      RouteSpec route)
      implements EntryPattern {
    /** Copies the lists. */
    public SupertypeMethods {
      supertypes = List.copyOf(supertypes);
      methods = List.copyOf(methods);
      returns = List.copyOf(returns);
      on = List.copyOf(on);
      requires = List.copyOf(requires);
    }
  }

  /**
   * The public methods of an annotated class.
   *
   * @param annotations any of these, on the class
   * @param onInterface the annotation stands on an interface whose implementations are meant
   * @param reach which of the public methods
   * @param route how the route is put together
   */
  record PublicMethodsOf(
      EntryTraits traits,
      List<String> annotations,
      boolean onInterface,
      Reach reach,
      RouteSpec route)
      implements EntryPattern {
    /** Copies the list. */
    public PublicMethodsOf {
      annotations = List.copyOf(annotations);
    }
  }

  /**
   * Named methods of an annotated class.
   *
   * @param annotations any of these, on the class
   * @param methods which of its methods
   * @param route how the route is put together
   */
  record AnnotatedType(
      EntryTraits traits, List<String> annotations, List<MethodPick> methods, RouteSpec route)
      implements EntryPattern {
    /** Copies the lists. */
    public AnnotatedType {
      annotations = List.copyOf(annotations);
      methods = List.copyOf(methods);
    }
  }

  /**
   * A method with an annotated parameter.
   *
   * @param annotations any of these, on a parameter
   * @param parameterTypes the type of that parameter is one of these; empty: any
   * @param route how the route is put together
   */
  record AnnotatedParameter(
      EntryTraits traits, List<String> annotations, List<String> parameterTypes, RouteSpec route)
      implements EntryPattern {
    /** Copies the lists. */
    public AnnotatedParameter {
      annotations = List.copyOf(annotations);
      parameterTypes = List.copyOf(parameterTypes);
    }
  }

  /**
   * A method that an interface or base class of the application asks of several handlers, and that
   * is given an event of a framework: a dispatcher calls the one that the event is meant for.
   *
   * @param parameterTypes a parameter has one of these types; {@code a.b.*} stands for all types
   *     below a package
   * @param route how the route is put together
   */
  record DispatchedMethod(EntryTraits traits, List<String> parameterTypes, RouteSpec route)
      implements EntryPattern {
    /** Copies the list. */
    public DispatchedMethod {
      parameterTypes = List.copyOf(parameterTypes);
    }

    /** Whether a type is one of the parameter types. */
    public boolean takes(String type) {
      return parameterTypes.stream()
          .anyMatch(
              t ->
                  t.endsWith(".*")
                      ? type.startsWith(t.substring(0, t.length() - 1))
                      : t.equals(type));
    }
  }

  /** {@code public static void main(String[])}. */
  record MainMethod(EntryTraits traits) implements EntryPattern {
    @Override
    public RouteSpec route() {
      return RouteSpec.NONE;
    }
  }

  /**
   * A bean method. The lambda, method reference or object that it returns is the entry, unless
   * {@code ownBody} is set: then its own body is.
   *
   * @param annotations any of these, on the method
   * @param alsoOn and one of these; empty: no other annotation is asked for
   * @param returns the return type is one of these; a star stands for every type
   * @param requires the project depends on one of these artifacts; empty: no matter
   * @param ownBody the method's own body runs
   * @param route how the route is put together
   */
  record BeanMethod(
      EntryTraits traits,
      List<String> annotations,
      List<String> alsoOn,
      List<String> returns,
      List<String> requires,
      boolean ownBody,
      RouteSpec route)
      implements EntryPattern {
    /** Copies the lists. */
    public BeanMethod {
      annotations = List.copyOf(annotations);
      alsoOn = List.copyOf(alsoOn);
      returns = List.copyOf(returns);
      requires = List.copyOf(requires);
    }
  }

  /**
   * A call that hands over the code to be called: a lambda, a method reference, {@code this} or an
   * object.
   *
   * @param types the receiver, or for static methods the declaring type, is one of these
   * @param methods any of these; {@code <init>} for constructors
   * @param entry positions of the arguments that are entries; empty: every argument that is code
   * @param handler the interface that an object argument implements
   * @param distinctive the method name suffices when the receiver's type is unknown
   * @param callRoute how the route is put together
   */
  record Registration(
      EntryTraits traits,
      List<String> types,
      List<String> methods,
      List<Integer> entry,
      Optional<String> handler,
      boolean distinctive,
      CallRoute callRoute)
      implements EntryPattern {
    /** Copies the lists. */
    public Registration {
      types = List.copyOf(types);
      methods = List.copyOf(methods);
      entry = List.copyOf(entry);
    }

    @Override
    public RouteSpec route() {
      return RouteSpec.NONE;
    }

    /** Position of the path argument, counted from 0. */
    public OptionalInt pathArgument() {
      return callRoute.argument();
    }
  }
}
