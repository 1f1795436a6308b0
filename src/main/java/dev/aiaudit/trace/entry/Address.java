package dev.aiaudit.trace.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a client sends its requests.
 *
 * @param service the name of a service, in small letters
 * @param port the port of the host
 * @param path a path before all paths of the client
 * @param foreign whether it is a host of the internet, which no code of the tree serves
 * @param certain false when something about the address is not known
 */
record Address(
    Optional<String> service,
    Optional<String> port,
    String path,
    boolean foreign,
    boolean certain) {
  private static final Pattern URL =
      Pattern.compile("(?:[a-z]+://)?([^/:?#]+)(?::(\\d+))?([^?#]*).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern INSIDE =
      Pattern.compile("[^.]*|[\\d.]+|.*\\.(?:local|internal|localhost|lan|svc|test)|.*\\.svc\\..*");

  /** Nothing is known. */
  static final Address UNKNOWN = new Address(Optional.empty(), Optional.empty(), "", false, false);

  /** A service by its name, found by discovery. */
  static Address named(String name) {
    return new Address(
        Optional.of(name.toLowerCase(Locale.ROOT)), Optional.empty(), "", false, true);
  }

  /** Some service of the application; the client does not say which. */
  static Address unnamed() {
    return new Address(Optional.empty(), Optional.empty(), "", false, true);
  }

  /** An absolute address, with or without scheme. */
  static Address of(String url) {
    Matcher parts = URL.matcher(url.strip());
    if (!parts.matches()) {
      return UNKNOWN;
    }
    String host = parts.group(1).toLowerCase(Locale.ROOT);
    boolean inside = INSIDE.matcher(host).matches();
    String first = host.contains(".") ? host.substring(0, host.indexOf('.')) : host;
    boolean machine = host.equals("localhost") || host.matches("[\\d.]+");
    return new Address(
        inside && !machine ? Optional.of(first) : Optional.empty(),
        Optional.ofNullable(parts.group(2)),
        parts.group(3),
        !inside,
        true);
  }

  /** The same address with a path behind it. */
  Address with(String more) {
    return new Address(service, port, path + "/" + more, foreign, certain);
  }
}
