package org.dylink.webconsole;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.dylink.linker.LinkMap;
import org.dylink.linker.Program.State;
import org.dylink.linker.draw.AddressSpaceDrawing;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryState;
import org.dylink.linker.runtime.NeedDTO;
import org.dylink.linker.runtime.ProgramDTO;
import org.dylink.monitor.ProgramEvent;

/** The page's content, without the frame that the console puts around it. */
final class Page {
  // Nothing from elsewhere: the console may be where there is no network.
  private static final String STYLE =
      """
      <style>
      .dylink h2 { font-size: 1.3em; font-weight: bold; margin: 1em 0 0.4em }
      .dylink th { font-weight: bold; white-space: nowrap }
      .dylink td > span { white-space: nowrap }
      .dylink table { border-collapse: collapse; width: 100%; margin: 0 0 1.5em }
      .dylink th, .dylink td { text-align: left; vertical-align: top; padding: 3px 8px;
        border-bottom: 1px solid #ccc; overflow-wrap: break-word; max-width: 24em }
      .dylink td form { display: inline-block; margin: 0 6px 0 0 }
      .dylink button { width: auto; height: auto; padding: 2px 10px; color: #222 }
      .dylink .available, .dylink .running, .dylink .registered { color: #1a6b1a }
      .dylink .waiting, .dylink .withdrawn { color: #8a5a00 }
      .dylink .failed { color: #a00000 }
      .dylink .wide { overflow-x: auto }
      .dylink button:focus-visible, .dylink summary:focus-visible, .dylink .wide:focus-visible { outline: 2px solid #1a4fa0 }
      .dylink .said { padding: 6px 10px; background: #eef3f8; border-left: 4px solid #1a4fa0 }
      </style>
      """;

  private final Scene scene;
  private final String token;
  private final String bundles;
  private final Clock clock;
  private final Html html = new Html();

  private Page(Scene scene, String token, String bundles, Clock clock) {
    this.scene = scene;
    this.token = token;
    this.bundles = bundles;
    this.clock = clock;
  }

  /**
   * The content.
   *
   * @param token what a button must send back
   * @param bundles where the console's page of bundles is; a bundle's id follows
   * @param said what has come of the last button; empty for nothing
   */
  static String of(Scene scene, String token, String bundles, String said, Clock clock) {
    return new Page(scene, token, bundles, clock).draw(said);
  }

  private String draw(String said) {
    html.raw(STYLE).raw("<div class=\"dylink\">\n");
    if (!said.isEmpty()) {
      html.raw("<p class=\"said\" role=\"status\">").text(said).raw("</p>\n");
    }
    programs();
    libraries();
    if (!scene.services().isEmpty()) {
      services();
    }
    html.raw("<h2>Who is bound to whom</h2>\n");
    html.picture("who is bound to whom", BoundGraph.of(scene).svg());
    events();
    return html.raw("</div>\n").toString();
  }

  private void libraries() {
    html.raw("<h2>Libraries</h2>\n<table>\n");
    html.headings("Name", "Version", "State", "Bundle", "Needs", "Programs", "Action");
    html.raw("<tbody>\n");
    scene.libraries().forEach(this::library);
    html.raw("</tbody></table>\n");
  }

  private void library(LibraryDTO library) {
    html.raw("<tr>").cell(library.name).cell(library.version);
    state(library.state.name(), String.join("; ", library.reasons));
    html.raw("<td><a href=\"").text(bundles + library.bundle).raw("\">");
    html.text(library.bundle + " " + library.origin).raw("</a></td>");
    html.cell(library.needs.stream().map(Page::wire).collect(joining(", ")));
    html.cell(library.programs.stream().map(String::valueOf).collect(joining(", ")));
    html.raw("<td>");
    boolean stopped =
        library.state == LibraryState.DISCOVERED || library.state == LibraryState.WITHDRAWN;
    String id = Long.toString(library.bundle);
    if (library.current && library.bundle != scene.linker()) {
      html.button(
          token,
          stopped ? "start" : "stop",
          id,
          stopped ? "Start" : "Stop",
          "bundle " + id + " with " + library.name);
    }
    html.raw("</td></tr>\n");
  }

  private static String wire(NeedDTO need) {
    return need.origin == null
        ? need.name + " (missing)"
        : need.name + " " + need.version + " (bundle " + need.bundle + ")";
  }

  private void services() {
    html.raw("<h2>Services bound to libraries</h2>\n<table>\n");
    html.headings("Interface", "State", "Bundle", "Library", "Programs");
    html.raw("<tbody>\n");
    for (ListedService service : scene.services()) {
      html.raw("<tr>").cell(service.type());
      state(service.state(), service.failure());
      html.cell(service.bundle()).cell((service.library() + " " + service.version()).strip());
      html.cell(service.programs().stream().map(String::valueOf).collect(joining(", ")));
      html.raw("</tr>\n");
    }
    html.raw("</tbody></table>\n");
  }

  private void programs() {
    html.raw("<h2>Programs</h2>\n<table>\n");
    html.headings(
        "Id", "Name", "State", "Engine", "Memory", "Threads", "Up", "Libraries", "Action");
    html.raw("<tbody>\n");
    scene.programs().forEach(this::program);
    html.raw("</tbody></table>\n");
    scene.programs().forEach(this::addressSpace);
  }

  private void program(ProgramDTO program) {
    html.raw("<tr>").cell(program.id).cell(program.name);
    state(program.state.name(), program.failure == null ? "" : program.failure);
    html.cell(program.engine).cell(program.memory / 1024 + " KiB").cell(program.threads.size());
    html.cell(lives(program) ? seconds(clock.millis() - program.begun) : "");
    html.cell(String.join(", ", program.libraries)).raw("<td>");
    if (lives(program)) {
      String id = Long.toString(program.id);
      String about = "program " + id + " " + program.name;
      html.button(token, "kill", id, "Stop", about);
      scene.replacements().stream()
          .filter(each -> each.program() == program.id)
          .forEach(each -> html.button(token, "replace", each.key(), each.label(), "in " + about));
    }
    html.raw("</td></tr>\n");
  }

  private static boolean lives(ProgramDTO program) {
    return program.state == State.READY || program.state == State.RUNNING;
  }

  private static String seconds(long millis) {
    return Duration.ofMillis(millis).toSeconds() + " s";
  }

  private void addressSpace(ProgramDTO program) {
    LinkMap map = scene.maps().get(program.id);
    if (map != null) {
      html.raw("<details><summary>Address space of program ");
      html.text(program.id + " " + program.name).raw("</summary>\n");
      html.picture("address space of " + program.name, AddressSpaceDrawing.svg(map));
      html.raw("</details>\n");
    }
  }

  private void state(String state, String why) {
    String word = state.toLowerCase(Locale.ROOT);
    html.raw("<td><span class=\"").text(word).raw("\">").text(word).raw("</span>");
    if (!why.isEmpty()) {
      html.raw("<br>").text(why);
    }
    html.raw("</td>");
  }

  private void events() {
    html.raw("<h2>Log of links</h2>\n<table>\n");
    html.headings("When", "What", "Program", "Name", "Took", "Detail");
    html.raw("<tbody>\n");
    for (ProgramEvent event : scene.events()) {
      html.raw("<tr>").cell(event.when().truncatedTo(ChronoUnit.MILLIS));
      html.cell(event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      html.cell(event.program()).cell(event.name());
      html.cell(event.time().isZero() ? "" : millis(event.time())).cell(event.detail());
      html.raw("</tr>\n");
    }
    html.raw("</tbody></table>\n");
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
  }
}
