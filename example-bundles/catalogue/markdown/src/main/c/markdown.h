#ifndef MARKDOWN_H
#define MARKDOWN_H

/* Bits of markdown_html's options, added up. */
#define MARKDOWN_TABLES 2
#define MARKDOWN_FOOTNOTES 4
#define MARKDOWN_STRIKETHROUGH 8
#define MARKDOWN_TASKLISTS 16

/* A text in CommonMark as HTML, which the caller frees with markdown_free; bytes that are no UTF-8 are replaced. */
char *markdown_html(const char *text, unsigned options);

/* How many headings a text has. */
unsigned markdown_headings(const char *text);

void markdown_free(void *html);

#endif
