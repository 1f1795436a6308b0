package dev.aiaudit.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.fusesource.jansi.internal.CLibrary;
import org.fusesource.jansi.internal.Kernel32;

/**
 * Asks the system through jansi, the only place that does. What can be known without native code is
 * asked first, because loading it costs start-up time and, on new JDKs, needs a permission: a pipe
 * or a file never loads it.
 */
public final class NativeConsole implements ConsoleProbe {
  private static final int VIRTUAL_TERMINAL = 4;
  private static final int UTF_8 = 65001;
  private final boolean windows;
  private final boolean impossible;

  /**
   * Prepares the questions without asking any.
   *
   * @param environment the process environment; only {@code TERM} is read
   * @param osName value of the system property {@code os.name}
   */
  public NativeConsole(Map<String, String> environment, String osName) {
    windows = osName.startsWith("Windows");
    String term = environment.getOrDefault("TERM", "");
    impossible = !windows && (term.isEmpty() || term.equals("dumb"));
  }

  @Override
  public boolean tty(int stream) {
    if (impossible || linkedElsewhere(stream)) {
      return false;
    }
    try {
      return windows ? Windows.enable(stream) : CLibrary.isatty(stream) != 0;
    } catch (LinkageError | RuntimeException unavailable) {
      return false;
    }
  }

  @Override
  public OptionalInt columns(int stream) {
    if (!tty(stream)) {
      return OptionalInt.empty();
    }
    try {
      int columns = windows ? Windows.columns(stream) : unixColumns(stream);
      return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
    } catch (LinkageError | RuntimeException unavailable) {
      return OptionalInt.empty();
    }
  }

  /** Linux tells without native code where a stream leads; terminals live under /dev. */
  private static boolean linkedElsewhere(int stream) {
    try {
      Path link = Path.of("/proc/self/fd/" + stream);
      return Files.isSymbolicLink(link)
          && (!Files.readSymbolicLink(link).startsWith("/dev") || Files.isSameFile(link, NULL));
    } catch (IOException | RuntimeException unknown) {
      return false;
    }
  }

  private static final Path NULL = Path.of("/dev/null");

  private static int unixColumns(int stream) {
    CLibrary.WinSize size = new CLibrary.WinSize();
    return CLibrary.ioctl(stream, CLibrary.TIOCGWINSZ, size) == 0 ? size.ws_col : 0;
  }

  /** The console functions of Windows. */
  private static final class Windows {

    static boolean enable(int stream) {
      long handle = handle(stream);
      int[] mode = new int[1];
      if (Kernel32.GetConsoleMode(handle, mode) == 0) {
        return false;
      }
      Kernel32.SetConsoleOutputCP(UTF_8);
      return Kernel32.SetConsoleMode(handle, mode[0] | VIRTUAL_TERMINAL) != 0;
    }

    static int columns(int stream) {
      Kernel32.CONSOLE_SCREEN_BUFFER_INFO info = new Kernel32.CONSOLE_SCREEN_BUFFER_INFO();
      return Kernel32.GetConsoleScreenBufferInfo(handle(stream), info) == 0
          ? 0
          : info.windowWidth();
    }

    private static long handle(int stream) {
      return Kernel32.GetStdHandle(
          stream == STDOUT ? Kernel32.STD_OUTPUT_HANDLE : Kernel32.STD_ERROR_HANDLE);
    }
  }
}
