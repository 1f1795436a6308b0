package dev.aiaudit.configsource;

import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Terraform, Bicep and CloudFormation files create or permit at AI providers; read line by
 * line, as far as a block says so itself.
 */
final class InfrastructureFacts {

  private static final Pattern RESOURCE =
      Pattern.compile("^(resource|data)\\s+\"([a-z0-9_]+)\"\\s+\"([^\"]*)\".*");

  private static final Pattern BICEP =
      Pattern.compile("^(resource|module)\\s+(\\w+)\\s+'([^']+)'.*");

  private static final Pattern CLOUDFORMATION =
      Pattern.compile("\"?Type\"?:\\s*[\"']?AWS::(Bedrock\\w*)::(\\w+).*");

  private static final Pattern ACTION =
      Pattern.compile(".*[\"']bedrock:([A-Z][A-Za-z*]*|\\*)[\"'].*");

  private static final Pattern KIND =
      Pattern.compile("^(?:param\\s+)?kind(?:\\s+string)?\\s*[:=]\\s*['\"](\\w+)['\"].*");

  private static final Pattern MODEL =
      Pattern.compile(
          "^(foundation_model|model_id|model_name|modelId|foundationModel)\\s*[:=]\\s*(.+)$");

  private static final String ARN = "foundation-model/";

  private static final Pattern KEYS =
      Pattern.compile("(?i)(openai|anthropic|claude|gemini|mistral|cohere|groq|deepseek|llm)_");

  /** Stores of secrets, by a part of the name of their resources. */
  private static final Pattern STORE = Pattern.compile(".*(ssm_parameter|secret).*");

  /** A variable that a container or a function is given. */
  private static final Pattern GIVEN =
      Pattern.compile(
          "^(?:\"?name\"?\\s*[:=]\\s*\"([A-Z][A-Z0-9_]{3,60})\"|\"?([A-Z][A-Z0-9_]{3,60})\"?\\s*[:=]\\s*[^=].*),?$");

  private final AiNames names;
  private final ConfigFile file;
  private final String[] lines;
  private final List<ConfigFact> facts = new ArrayList<>();

  private InfrastructureFacts(AiNames names, ConfigFile file) {
    this.names = names;
    this.file = file;
    this.lines = Lines.of(file.text());
  }

  /** Whether a text could be about AI; a cheap test before it is read. */
  static boolean concerns(String text) {
    return text.contains("bedrock")
        || text.contains("Bedrock")
        || text.contains("vertex_ai")
        || text.contains("aiplatform")
        || text.contains("azurerm_cognitive")
        || text.contains("azurerm_ai_")
        || text.contains("CognitiveServices")
        || text.contains("cognitive")
        || KEYS.matcher(text).find();
  }

  static List<ConfigFact> find(AiNames names, ConfigFile file, List<ConfigFile> all) {
    InfrastructureFacts reader = new InfrastructureFacts(names, file);
    if (file.path().endsWith(".bicep")) {
      reader.bicep(all);
    } else {
      reader.blocks();
    }
    return reader.facts;
  }

  private void blocks() {
    boolean optional = false;
    boolean actions = false;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.startsWith("#") || line.startsWith("//")) {
        continue;
      }
      Matcher resource = RESOURCE.matcher(line);
      if (resource.matches()) {
        optional = optional(i);
        resource(resource.group(1), resource.group(2), i);
        kept(resource.group(2), resource.group(3), i);
      }
      given(line, i);
      Matcher cloud = CLOUDFORMATION.matcher(line);
      if (cloud.matches()) {
        add(
            i,
            FactKind.INFRASTRUCTURE,
            "bedrock",
            "AWS::" + cloud.group(1) + "::" + cloud.group(2),
            FactVerdict.NONE);
      }
      Matcher action = ACTION.matcher(line);
      if (action.matches()) {
        if (!actions) {
          add(
              i,
              FactKind.INFRASTRUCTURE,
              "bedrock",
              "permission bedrock:" + action.group(1),
              optional ? FactVerdict.INACTIVE : FactVerdict.EFFECTIVE);
        }
        actions = true;
      } else {
        actions = false;
      }
      model(line, i);
    }
  }

  /** A store of a key that its name says is that of a provider. */
  private void kept(String type, String name, int at) {
    if (STORE.matcher(type).matches() && !type.endsWith("_policy") && Secrets.named(name)) {
      names
          .words(name)
          .ifPresent(p -> add(at, FactKind.API_KEY_REF, p, type + " " + name, FactVerdict.NONE));
    }
  }

  /** A key, address or model among the variables of a container. */
  private void given(String line, int at) {
    Matcher given = GIVEN.matcher(line);
    if (!given.matches()) {
      return;
    }
    String name = given.group(1) == null ? given.group(2) : given.group(1);
    Optional<FactKind> kind = KeyMeaning.of(name).filter(k -> !KeyMeaning.beside(name));
    boolean key = kind.filter(k -> k == FactKind.API_KEY_REF).isPresent();
    if (key || kind.filter(k -> k == FactKind.BASE_URL || k == FactKind.MODEL).isPresent()) {
      FactVerdict worth = key ? FactVerdict.NONE : FactVerdict.CONFIGURED;
      names.words(name).ifPresent(p -> add(at, kind.get(), p, name + " of a container", worth));
    }
  }

  /** Whether the block that starts here is created only when a variable says so. */
  private boolean optional(int start) {
    for (int i = start + 1; i < Math.min(lines.length, start + 6); i++) {
      if (lines[i].strip().startsWith("count ") && lines[i].contains("?")) {
        return true;
      }
    }
    return false;
  }

  private void resource(String form, String type, int at) {
    Optional<String> provider = provider(type, at);
    provider.ifPresent(
        p -> add(at, FactKind.INFRASTRUCTURE, p, form + " " + type, FactVerdict.NONE));
  }

  private Optional<String> provider(String type, int at) {
    if (type.startsWith("aws_bedrock")) {
      return Optional.of("bedrock");
    }
    if (type.startsWith("google_vertex_ai")
        || type.equals("google_project_service") && block(at).contains("aiplatform")) {
      return Optional.of("google");
    }
    if (type.equals("azurerm_cognitive_account")) {
      String block = block(at);
      return block.contains("OpenAI") || block.contains("AIServices")
          ? Optional.of("azure-openai")
          : Optional.empty();
    }
    boolean azure =
        type.equals("azurerm_cognitive_deployment")
            || type.equals("azurerm_ai_services")
            || type.startsWith("azurerm_ai_foundry");
    return azure ? Optional.of("azure-openai") : Optional.empty();
  }

  /** The text of the block that starts at a line, up to its closing brace in the same column. */
  private String block(int start) {
    StringBuilder out = new StringBuilder();
    String indent = lines[start].substring(0, lines[start].indexOf(lines[start].strip()));
    for (int i = start; i < lines.length && i < start + 200; i++) {
      out.append(lines[i]).append('\n');
      if (i > start && lines[i].startsWith(indent + "}")) {
        break;
      }
    }
    return out.toString();
  }

  private void model(String line, int at) {
    Matcher written = MODEL.matcher(line);
    if (written.matches()) {
      String value = Quotes.strip(written.group(2).strip());
      boolean open = value.startsWith("var.") || value.startsWith("local.") || value.contains("${");
      boolean bedrock = line.startsWith("foundation");
      Optional<String> provider =
          bedrock ? Optional.of("bedrock") : open ? Optional.empty() : names.model(value);
      provider.ifPresent(
          p ->
              add(
                  at,
                  FactKind.MODEL,
                  p,
                  written.group(1) + " = " + value,
                  open ? FactVerdict.UNKNOWN : FactVerdict.EFFECTIVE));
      return;
    }
    int arn = line.indexOf(ARN);
    if (arn >= 0 && line.contains(":bedrock:")) {
      String id = line.substring(arn + ARN.length()).split("[\"',\\s]", 2)[0];
      if (!id.startsWith("*")) {
        add(
            at,
            FactKind.MODEL,
            "bedrock",
            "model " + id,
            id.contains("$") ? FactVerdict.UNKNOWN : FactVerdict.EFFECTIVE);
      }
    }
  }

  private void bicep(List<ConfigFile> all) {
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      Matcher kind = KIND.matcher(line);
      if (line.startsWith("param")
          && kind.matches()
          && ai(kind.group(1))
          && file.text().contains("Microsoft.CognitiveServices/accounts")) {
        add(
            i,
            FactKind.INFRASTRUCTURE,
            "azure-openai",
            "default kind " + kind.group(1),
            FactVerdict.EFFECTIVE);
      }
      Matcher block = BICEP.matcher(line);
      if (block.matches() && cognitive(block.group(3))) {
        account(i, block.group(3), all);
      }
    }
  }

  private static boolean cognitive(String reference) {
    String bare = reference.toLowerCase(java.util.Locale.ROOT).replace("-", "");
    return bare.contains("cognitiveservices") && !bare.contains("/deployments");
  }

  private static boolean ai(String kind) {
    return kind.equals("OpenAI") || kind.equals("AIServices");
  }

  /** An account is for models if its kind says so, here or as the default of its module. */
  private void account(int start, String reference, List<ConfigFile> all) {
    int end = start + block(start).split("\n", -1).length - 1;
    Optional<Integer> kindAt = Optional.empty();
    for (int i = start; i < Math.min(end, lines.length); i++) {
      Matcher kind = KIND.matcher(lines[i].strip());
      if (kind.matches()) {
        kindAt = Optional.of(i);
        if (ai(kind.group(1))) {
          add(
              i,
              FactKind.INFRASTRUCTURE,
              "azure-openai",
              "kind " + kind.group(1),
              FactVerdict.EFFECTIVE);
          deployments(start, end);
        }
      }
    }
    boolean byDefault =
        reference.endsWith(".bicep")
            && TreePath.resolve(file.dir(), reference)
                .flatMap(p -> all.stream().filter(f -> f.path().equals(p)).findFirst())
                .filter(f -> f.text().contains("param kind string = 'OpenAI'"))
                .isPresent();
    if (kindAt.isEmpty() && byDefault) {
      add(
          start,
          FactKind.INFRASTRUCTURE,
          "azure-openai",
          "module " + reference,
          FactVerdict.EFFECTIVE);
    }
  }

  private void deployments(int start, int end) {
    for (int i = start; i < Math.min(end, lines.length); i++) {
      String line = lines[i].strip();
      if (line.startsWith("deployments:") && !line.endsWith("[")) {
        add(i, FactKind.MODEL, "azure-openai", line, FactVerdict.UNKNOWN);
      }
    }
  }

  private void add(int index, FactKind kind, String provider, String detail, FactVerdict worth) {
    facts.add(
        new ConfigFact(
                Location.ofLine(file.path(), index + 1), kind, provider, detail, Evidence.DECLARED)
            .judged(worth));
  }
}
