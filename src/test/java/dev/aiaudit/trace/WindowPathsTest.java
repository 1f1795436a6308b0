package dev.aiaudit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listeners of windows and commands of chat bots. */
class WindowPathsTest {
  private static final String SERVICE =
      "class Service { ChatModel model; String ask() { return model.chat(\"a\"); } }";

  @TempDir Path root;

  @Test
  void tellsListenersOfOneMethodApart() throws Exception {
    Scan scan =
        Scan.of(
            root,
            SERVICE,
            """
            class Panel { Service service; javax.swing.JButton send;
              void build(javax.swing.JPopupMenu menu, javax.swing.JTextField text) {
                javax.swing.JMenuItem explain = new javax.swing.JMenuItem("Explain this");
                explain.addActionListener(e -> service.ask());
                send.addActionListener(e -> service.ask());
                javax.swing.JButton clear = new javax.swing.JButton("Clear");
                clear.addActionListener(e -> text.setText(""));
                text.addKeyListener(new java.awt.event.KeyAdapter() {
                  @Override public void keyPressed(java.awt.event.KeyEvent e) {
                    service.ask(); } }); } }
            """);

    assertThat(scan.entries())
        .containsExactly(
            "ui app.Panel.build Explain this",
            "ui app.Panel.build send",
            "ui app.Panel.build/KeyAdapter.keyPressed text");
    assertThat(scan.coupling()).isEqualTo("waits");
  }

  @Test
  void aPersonWaitsForWhatABackgroundThreadShows() throws Exception {
    Scan scan =
        Scan.of(
            root,
            SERVICE,
            """
            class Panel { Service service; javax.swing.JLabel label;
              void build(javax.swing.JButton send) {
                send.addActionListener(e -> new Thread(() -> {
                  String text = service.ask();
                  javax.swing.SwingUtilities.invokeLater(() -> label.setText(text));
                }).start()); } }
            """);

    assertThat(scan.entries()).containsExactly("ui app.Panel.build send");
    assertThat(scan.coupling()).isEqualTo("waits");
  }

  @Test
  void nobodyWaitsForAThreadThatShowsNothing() throws Exception {
    Scan scan =
        Scan.of(
            root,
            SERVICE,
            """
            class Panel { Service service;
              void build(javax.swing.JButton send) {
                send.addActionListener(e -> new Thread(() -> { service.ask(); }).start()); } }
            """);

    assertThat(scan.coupling()).isEqualTo("detached");
  }

  @Test
  void followsTheAnonymousWorkerOfAWindow() throws Exception {
    Scan scan =
        Scan.of(
            root,
            SERVICE,
            """
            class Panel { Service service;
              void build(javax.swing.JButton send) { send.addActionListener(e -> start()); }
              void start() {
                new javax.swing.SwingWorker<String, Void>() {
                  @Override protected String doInBackground() { return service.ask(); }
                }.execute(); } }
            """);

    assertThat(scan.entries()).containsExactly("ui app.Panel.build send");
    assertThat(scan.coupling()).isEqualTo("waits");
  }

  @Test
  void namesTheCommandBehindTheDispatcherOfABot() throws Exception {
    Scan scan =
        Scan.of(
            root,
            SERVICE,
            "import net.dv8tion.jda.api.events.interaction.command.*;\n"
                + "interface Command { void run(SlashCommandInteractionEvent e); }",
            "import net.dv8tion.jda.api.events.interaction.command.*;\n"
                + "class AskCommand implements Command { Service service;\n"
                + "  @Override public void run(SlashCommandInteractionEvent e) {"
                + " service.ask(); } }",
            "import net.dv8tion.jda.api.events.interaction.command.*;\n"
                + "class PingCommand implements Command {\n"
                + "  @Override public void run(SlashCommandInteractionEvent e) { } }",
            """
            class Bot extends net.dv8tion.jda.api.hooks.ListenerAdapter {
              Map<String, Command> commands;
              @Override public void onSlashCommandInteraction(
                  net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent e) {
                commands.get(e.getName()).run(e); } }
            """);

    assertThat(scan.entries()).containsExactly("chatbot app.AskCommand.run -");
    assertThat(scan.coupling()).isEqualTo("waits");
  }

  @Test
  void theOnlyHandlerOfABotIsNoDispatchedCommand() throws Exception {
    Scan scan =
        Scan.of(
            root,
            SERVICE,
            "import net.dv8tion.jda.api.events.interaction.command.*;\n"
                + "interface Handler { void run(SlashCommandInteractionEvent e); }",
            "import net.dv8tion.jda.api.events.interaction.command.*;\n"
                + "class AskHandler implements Handler { Service service;\n"
                + "  @Override public void run(SlashCommandInteractionEvent e) {"
                + " service.ask(); } }",
            """
            class Bot extends net.dv8tion.jda.api.hooks.ListenerAdapter { Handler handler;
              @Override public void onSlashCommandInteraction(
                  net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent e) {
                handler.run(e); } }
            """);

    assertThat(scan.entries()).containsExactly("chatbot app.Bot.onSlashCommandInteraction -");
  }

  @Test
  void aFilterThatATableOfTheTreeAddsToItselfIsNotRunByWhoMakesTheTable() throws Exception {
    Scan scan =
        Scan.of(
            root,
            SERVICE,
            """
            class Table extends javafx.scene.control.TableView<String> { Service service;
              Table() { keys(); }
              void keys() {
                this.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, e -> service.ask());
              } }
            """,
            "@RestController class A { @GetMapping(\"/x\") Table x() { return new Table(); } }");

    assertThat(scan.entries()).containsExactly("ui app.Table.keys -");
  }

  @Test
  void aPropertyOfAModelDoesNotCallTheModel() throws Exception {
    Scan scan =
        Scan.of(
            root,
            """
            class Own implements dev.langchain4j.model.chat.ChatModel { ChatModel model;
              @Override public String chat(String s) { return model.chat(s); } }
            """,
            """
            @RestController class A {
              javafx.beans.property.ObjectProperty<dev.langchain4j.model.chat.ChatModel> current;
              @GetMapping("/x") void x() { current.setValue(new Own()); } }
            """);

    assertThat(scan.entries()).isEmpty();
  }

  @Test
  void aPersonWaitsForTheJobThatACommandSchedules() throws Exception {
    Scan scan =
        Scan.of(
            root,
            SERVICE,
            """
            import org.eclipse.core.runtime.jobs.Job;
            class Ask extends Job { Service service; Ask(String name) { super(name); }
              @Override protected Object run(Object monitor) { return service.ask(); } }
            """,
            """
            import org.eclipse.core.commands.AbstractHandler;
            import org.eclipse.core.commands.ExecutionEvent;
            class Command extends AbstractHandler {
              @Override public Object execute(ExecutionEvent event) {
                new Ask("ask").schedule(); return null; } }
            """);

    assertThat(scan.entries()).containsExactly("ui app.Command.execute -");
    assertThat(scan.coupling()).isEqualTo("waits");
  }

  @Test
  void seesThroughTheAdapterOfAListener() throws Exception {
    Scan scan =
        Scan.of(
            root,
            SERVICE,
            """
            import org.eclipse.swt.events.SelectionListener;
            import org.eclipse.swt.widgets.Button;
            class Form { Service service;
              void create(Button ask) {
                ask.addSelectionListener(
                    SelectionListener.widgetSelectedAdapter(e -> service.ask())); } }
            """);

    assertThat(scan.entries()).containsExactly("ui app.Form.create ask");
    assertThat(scan.coupling()).isEqualTo("waits");
  }
}
