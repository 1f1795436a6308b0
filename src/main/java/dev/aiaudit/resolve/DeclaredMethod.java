package dev.aiaudit.resolve;

import dev.aiaudit.syntax.MethodDecl;
import dev.aiaudit.syntax.Modifier;
import dev.aiaudit.syntax.Stmt;
import java.util.Optional;

/** A method or constructor declared in the scanned tree. Compared by identity of its syntax. */
public final class DeclaredMethod {
  private final DeclaredType owner;
  private final MethodDecl decl;
  private Optional<Code> code = Optional.empty();

  DeclaredMethod(DeclaredType owner, MethodDecl decl) {
    this.owner = owner;
    this.decl = decl;
  }

  /** Gives it its body, once, while its file is being read. */
  Code withBody(Stmt.Block body) {
    Code made = Code.ofMethod(this, body);
    code = Optional.of(made);
    return made;
  }

  /** The type that declares it. */
  public DeclaredType owner() {
    return owner;
  }

  /** Its syntax. */
  public MethodDecl decl() {
    return decl;
  }

  /** Simple name; {@code <init>} for a constructor. */
  public String name() {
    return decl.name();
  }

  /** Its body, if it has one. */
  public Optional<Code> code() {
    return code;
  }

  /** Whether it has no body because a subtype is to give one. */
  public boolean isAbstract() {
    return decl.body().isEmpty() && !decl.isConstructor() && !decl.is(Modifier.STATIC);
  }

  /** {@code package.Class.method(ParamType,ParamType)}. */
  public String qualifiedName() {
    return owner.displayName() + "." + decl.signature();
  }

  @Override
  public String toString() {
    return qualifiedName();
  }
}
