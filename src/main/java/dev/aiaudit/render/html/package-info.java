/**
 * The report as one self-contained page: no script, nothing loaded, a strict content security
 * policy. Filters are radio buttons and CSS. Ids and links are generated, and every string of the
 * scanned tree is escaped, so the page can be opened whatever was scanned. It is well-formed XML,
 * too.
 */
package dev.aiaudit.render.html;
