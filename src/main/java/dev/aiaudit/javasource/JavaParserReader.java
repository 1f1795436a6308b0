package dev.aiaudit.javasource;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.CompilationUnit;
import dev.aiaudit.syntax.JavaFile;
import java.util.Optional;

/**
 * Parses one Java file after the other. Not safe for use by several threads: each worker has its
 * own. It knows no deadline; {@link ParsePool} stops it.
 */
public final class JavaParserReader {

  private static final int MOST_LOCAL_ENUMS = 10;

  private final JavaParser parser = new JavaParser(configuration());

  /**
   * The processors (validators of a language level, comment attribution) are taken out: a file that
   * one JDK would refuse may still be code that another one runs, and comments cost time and are
   * not used. Tokens stay, since positions come from them. The level itself only decides which
   * words are keywords.
   */
  private static ParserConfiguration configuration() {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
            .setAttributeComments(false);
    configuration.getProcessors().clear();
    return configuration;
  }

  /**
   * Parses a file.
   *
   * @param path relative path, for positions
   * @param text decoded source
   * @throws SyntaxException when it is no Java or a form of Java that the parser does not know
   */
  public JavaFile read(String path, String text) throws SyntaxException {
    ParseResult<CompilationUnit> result = parser.parse(text);
    Optional<String> known = Optional.of(text);
    for (int i = 0; i < MOST_LOCAL_ENUMS && !result.isSuccessful() && known.isPresent(); i++) {
      known = LocalEnums.asClass(known.get(), problem(result).line());
      result = known.isPresent() ? parser.parse(known.get()) : result;
    }
    Optional<CompilationUnit> unit = result.getResult();
    if (!result.isSuccessful() || unit.isEmpty()) {
      throw problem(result);
    }
    return DeclarationConverter.convert(path, unit.get());
  }

  private static SyntaxException problem(ParseResult<CompilationUnit> result) {
    Optional<Problem> first = result.getProblems().stream().findFirst();
    int line =
        first
            .flatMap(Problem::getLocation)
            .flatMap(l -> l.getBegin().getRange())
            .map(r -> r.begin.line)
            .orElse(1);
    String message = first.map(Problem::getMessage).orElse("no reason given");
    String firstLine = message.lines().findFirst().orElse(message);
    return new SyntaxException(line, firstLine);
  }

  /** A file that is no Java as far as the parser can tell. */
  public static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Line of the first problem, from 1. */
    private final int line;

    SyntaxException(int line, String message) {
      super(message);
      this.line = Math.max(1, line);
    }

    /** Line of the first problem, from 1. */
    public int line() {
      return line;
    }
  }
}
