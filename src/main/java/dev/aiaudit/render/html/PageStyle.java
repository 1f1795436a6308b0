package dev.aiaudit.render.html;

import dev.aiaudit.render.graph.SvgStyle;

/** The style sheet of the page. */
final class PageStyle {
  /** All of it, for light and dark screens and for paper. */
  static final String CSS =
      ":root{"
          + SvgStyle.LIGHT
          + "}\n@media (prefers-color-scheme:dark){:root{"
          + SvgStyle.DARK
          + "}}\n"
          + SvgStyle.RULES
          + rules()
          + narrow()
          + Filters.css()
          + print();

  private PageStyle() {}

  private static String rules() {
    return """
    *{box-sizing:border-box}
    body{margin:0;background:var(--page);color:var(--ink);line-height:1.5;font-size:15px;
    font-family:system-ui,-apple-system,"Segoe UI",sans-serif}
    header,main{max-width:1180px;margin:0 auto;padding:0 1.2rem}
    header{padding-top:1.4rem;border-bottom:1px solid var(--line)}
    h1{font-size:1.6rem;line-height:1.25;margin:0}
    h2{font-size:1.2rem;margin:2.2rem 0 .7rem}
    h3{font-size:1rem;margin:1.2rem 0 .4rem}
    ol{margin:.3rem 0;padding-left:1.6rem}
    ol>li{margin:.35rem 0}
    li{overflow-wrap:anywhere}
    p{margin:.5rem 0}
    nav{padding:.2rem 0 .8rem}
    nav a{margin-right:1rem}
    a{color:var(--link)}
    small,.soft{color:var(--soft)}
    code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.87em}
    code{overflow-wrap:break-word}
    pre{background:var(--code);padding:.5rem .7rem;border-radius:6px;overflow-x:auto;margin:.5rem 0;
    line-height:1.35}
    .wide{overflow-x:auto}
    .wide table{min-width:40rem}
    .wide .graph{min-width:820px}
    table{border-collapse:collapse;width:100%}
    th,td{text-align:left;vertical-align:top;padding:.4rem .7rem;border-bottom:1px solid var(--line);
    overflow-wrap:break-word;min-width:6rem}
    th{font-size:.87em;color:var(--soft)}
    .n{font-variant-numeric:tabular-nums}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:.7rem;
    list-style:none;margin:0 0 1rem;padding:0}
    .tiles li{border:1px solid var(--line);border-radius:8px;padding:.6rem .8rem;background:var(--box)}
    .tiles b{display:block;font-size:1.6rem;line-height:1.2}
    .tiles .fails{border-color:var(--bad);background:var(--bad-box)}
    .alarm{border-left:4px solid var(--bad);background:var(--bad-box);padding:.5rem .8rem}
    .badge,.legend span{display:inline-block;border:1px solid var(--line);border-radius:10px;
    padding:0 .55rem;font-size:.83em;white-space:nowrap;background:var(--box)}
    .badge.fails,.badge.error,.legend .fails{border-color:var(--bad);background:var(--bad-box)}
    .badge.degrades,.badge.warning,.legend .degrades{border-color:var(--warn);
    background:var(--warn-box)}
    .badge.survives,.legend .survives{border-color:var(--good);background:var(--good-box)}
    .badge.unknown,.legend .unknown{border-style:dashed}
    details{border:1px solid var(--line);border-radius:8px;padding:.5rem .8rem;margin:.6rem 0}
    summary{cursor:pointer;overflow-wrap:anywhere}
    .finding.error{border-left:4px solid var(--bad)}
    .finding.warning{border-left:4px solid var(--warn)}
    .finding.suppressed{opacity:.75}
    .path li{margin:.2rem 0}
    .fix{border-left:4px solid var(--good);padding-left:.7rem}
    .pick{position:absolute;opacity:0}
    .pick+label{display:inline-block;border:1px solid var(--line);border-radius:14px;
    padding:.1rem .8rem;margin:0 .3rem .4rem 0;cursor:pointer;font-size:.93em}
    .pick:checked+label{background:var(--ink);color:var(--page)}
    .pick:focus-visible+label{outline:2px solid var(--link);outline-offset:2px}
    .filter{margin:.8rem 0 .3rem}
    details .pick+label{margin-top:.5rem}
    td details{border:0;padding:0;margin:0}
    .stack table{table-layout:fixed}
    .stack th:nth-child(2){width:7.5rem}
    .stack th:nth-child(4){width:8rem}
    .stack td{overflow-wrap:anywhere}
    """;
  }

  /** After the other rules, because a rule for all widths that comes later would win. */
  private static String narrow() {
    return """
    @media (max-width:640px){
    .stack table{min-width:0;table-layout:auto}
    .stack thead{display:none}
    .stack tr{display:block;border-bottom:1px solid var(--line);padding:.3rem 0}
    .stack td{display:block;border:0;padding:.15rem 0}
    .stack td:last-child::before{content:"Worst wait: "}
    .few table{min-width:0}
    .few th,.few td{min-width:0;padding:.4rem .35rem;overflow-wrap:anywhere}
    .models td:last-child,.models th:last-child{display:none}
    }
    """;
  }

  private static String print() {
    return """
    @media print{
    :root{--page:#fff;--ink:#000;--soft:#444;--box:#fff;--code:#fff}
    body{font-size:10pt}
    nav,.filter,.pick,.pick+label{display:none}
    .finding,tr,pre,.tiles li{break-inside:avoid}
    .finding::details-content{content-visibility:visible;height:auto}
    .wide{overflow:visible}
    .wide table,.wide .graph{min-width:0}
    h2{break-after:avoid}
    pre{white-space:pre-wrap;border:1px solid #999}
    }
    """;
  }
}
