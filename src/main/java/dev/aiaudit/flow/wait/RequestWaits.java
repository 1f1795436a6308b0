package dev.aiaudit.flow.wait;

import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.detect.provider.ClientOption;
import dev.aiaudit.detect.provider.ClientOptions;
import dev.aiaudit.model.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The innermost layer: what one request of the SDK may take. */
public final class RequestWaits {
  /** Beans out of which Spring makes the HTTP client of a Spring AI model. */
  private static final List<String> SPRING_CLIENTS =
      List.of(
          "org.springframework.web.client.RestClient.Builder",
          "org.springframework.boot.web.client.RestClientCustomizer",
          "org.springframework.boot.restclient.RestClientCustomizer",
          "org.springframework.http.client.ClientHttpRequestFactory",
          "org.springframework.retry.support.RetryTemplate");

  /** Clients that Spring gives without any code. */
  private static final Set<String> AUTO_CONFIGURED =
      Set.of(
          "org.springframework.web.client.RestClient.Builder",
          "org.springframework.web.reactive.function.client.WebClient.Builder",
          "org.springframework.boot.web.client.RestTemplateBuilder");

  private final SdkBudgets sdks;
  private final SettingBudgets settings;
  private final FeignClients feign;
  private final ClientOptions options;

  /**
   * Waits of a tree.
   *
   * @param options finds the options of clients
   */
  public RequestWaits(Surroundings at, ClientOptions options) {
    this.sdks = new SdkBudgets(at.catalog(), at.config());
    this.settings = new SettingBudgets(at.config(), sdks, at.typer());
    this.feign = new FeignClients(at, options);
    this.options = options;
  }

  /**
   * What was found for a request.
   *
   * @param sum the terms
   * @param guards the settings as guards; defaults are by {@code sdk-default}
   */
  public record RequestWait(Wait sum, List<Guard> guards) {
    /** Copies the guards. */
    public RequestWait {
      guards = List.copyOf(guards);
    }
  }

  /** The wait for one request, before anything on its path acts. */
  public RequestWait of(RequestSite site) {
    ClientOptions.Found found = options.of(site.node(), site.code());
    Budget budget = sdks.of(site);
    if (handedIn(site, found)) {
      budget = budget.withAttempt(Limit.unknown("the client is made outside of the tree"));
    }
    budget = site.sdk().contains("feign") ? feign.apply(budget, site) : budget;
    budget = settings.apply(budget, site);
    List<ClientOption> all = new ArrayList<>(found.options());
    if (site.sdk().equals("spring-ai")) {
      SPRING_CLIENTS.forEach(t -> all.addAll(options.ofBeans(t, site.code()).options()));
    }
    budget = OptionBudgets.apply(budget, all, sdks.countsAttempts(site));
    return new RequestWait(
        budget.toWait(), budget.guards(site.sdk(), site.code().location(site.node())));
  }

  /** A plain HTTP client that nobody in the tree makes may have any limit. */
  private static boolean handedIn(RequestSite site, ClientOptions.Found found) {
    return site.sdk().startsWith("http:")
        && found.open().stream().anyMatch(t -> isClient(t) && !AUTO_CONFIGURED.contains(t));
  }

  private static boolean isClient(String type) {
    return type.contains("Client")
        || type.contains("RestTemplate")
        || type.contains("RestOperations");
  }
}
