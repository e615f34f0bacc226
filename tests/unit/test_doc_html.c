/*
 * HTML: the tags nest, nothing of a text becomes markup, nothing is loaded, and only what is
 * safe to follow is a link.
 */
#include "cmocka_all.h"

#include "base/buf.h"
#include "base/tr.h"
#include "nasty.h"
#include "report/doc.h"
#include "text/clean.h"

static Arena arena;

static int release(void **state) {
    (void)state;
    arena_release(&arena);
    return 0;
}

static Doc page(void) {
    Doc doc;
    doc_init(&doc, &arena, 0);
    return doc;
}

/* In the arena. */
static const char *html(const Doc *doc) {
    Buf out;
    buf_init(&out, 1 << 24);
    doc_print_html(doc, &out);
    const char *text = arena_copy(&arena, buf_str(&out));
    buf_release(&out);
    return text;
}

static const char *body(const Doc *doc) {
    return strstr(html(doc), "<body>");
}

static void has(const char *text, const char *part) {
    if (strstr(text, part) == NULL)
        fail_msg("missing: %s\n%s", part, text);
}

static void lacks(const char *text, const char *part) {
    if (strstr(text, part) != NULL)
        fail_msg("there: %s\n%s", part, text);
}

/* ---- structure ---- */

static bool is_void(Str name) {
    return str_equal(name, str("meta")) || str_equal(name, str("br"));
}

/* Every tag that opens is closed in its turn; what stands between is no tag. */
static void assert_nested(const char *text) {
    Str open[32];
    size_t depth = 0;
    const char *at = strstr(text, "<html");
    while (at != NULL && (at = strchr(at, '<')) != NULL) {
        bool closing = at[1] == '/';
        const char *name = at + 1 + (closing ? 1 : 0);
        Str tag = str_n(name, strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789"));
        if (tag.len == 0)
            fail_msg("no tag: %.60s", at);
        if (closing) {
            if (depth == 0 || !str_equal(open[--depth], tag))
                fail_msg("closed in the wrong place: %.60s", at);
        } else if (!is_void(tag)) {
            assert_in_range(depth, 0, COUNT_OF(open) - 1);
            open[depth++] = tag;
        }
        at = strchr(at, '>');
        assert_non_null(at);
    }
    assert_int_equal(depth, 0);
}

static void a_page_is_set_by_its_meaning(void **state) {
    (void)state;
    Doc doc = page();
    doc_title(&doc, "Plan", "today");
    doc_field(&doc, "Programs", ROLE_STRONG, "2");
    doc_step_section(&doc, 2, "Step");
    doc_heading(&doc, "One", "done");
    doc_para(&doc, ROLE_DIM, "what");
    doc_field(&doc, "Note", ROLE_WARN, "a\nb");
    doc_item(&doc, "", ROLE_DIM, "more");
    doc_heading(&doc, "Two", "");
    doc_section(&doc, "End");
    doc_para(&doc, ROLE_BODY, "bye");
    assert_string_equal(body(&doc), "<body>\n<main>\n"
                                    "<header>\n<h1>Plan</h1>\n<p>today</p>\n</header>\n"
                                    "<dl>\n<dt>Programs</dt>\n<dd class=\"strong\">2</dd>\n</dl>\n"
                                    "<section class=\"step2\">\n<h2>Step</h2>\n"
                                    "<article>\n<h3>One <span class=\"side\">done</span></h3>\n"
                                    "<p class=\"dim\">what</p>\n"
                                    "<dl>\n<dt>Note</dt>\n<dd class=\"warn\">a<br>\nb</dd>\n"
                                    "<dd class=\"dim\">more</dd>\n</dl>\n"
                                    "</article>\n"
                                    "<article>\n<h3>Two</h3>\n</article>\n</section>\n"
                                    "<section>\n<h2>End</h2>\n<p>bye</p>\n</section>\n"
                                    "</main>\n</body>\n</html>\n");
    assert_nested(html(&doc));
}

static void the_language_is_named(void **state) {
    (void)state;
    Doc doc = page();
    doc_title(&doc, "a & b", "");
    tr_use(LANG_JA);
    has(html(&doc), "<html lang=\"ja\">");
    tr_use(LANG_EN);
    has(html(&doc), "<html lang=\"en\">");
    has(html(&doc), "<title>a &amp; b</title>");
}

static void a_table_has_headings_and_keeps_short_cells_whole(void **state) {
    (void)state;
    static const char *const heads[] = {"Due", "Name"};
    static const char *const cells[] = {"準備中", "研修・専門家派遣事業（技術協力活用型）"};
    static const TableRow rows[] = {{.cells = {cells, 2}}};
    static const Table table = {.title = "", .columns = {heads, 2}, .rows = {rows, 1}, .note = ""};
    Doc doc = page();
    doc_table(&doc, &table);
    has(html(&doc), "<thead>\n<tr><th scope=\"col\" class=\"short\">Due</th>");
    has(html(&doc), "<tr><td class=\"short\">準備中</td><td>研修");
    assert_nested(html(&doc));
}

/* dl begins with dt, whatever comes first. */
static void a_list_never_begins_without_a_label(void **state) {
    (void)state;
    Doc doc = page();
    doc_field(&doc, "", ROLE_BODY, "x");
    doc_item(&doc, "*", ROLE_BODY, "y");
    doc_gap(&doc);
    doc_field(&doc, "L", ROLE_BODY, "z");
    doc_field(&doc, "", ROLE_BODY, "w");
    has(html(&doc),
        "<main>\n<p>x</p>\n<p>* y</p>\n<dl>\n<dt>L</dt>\n<dd>z</dd>\n<dd>w</dd>\n</dl>");
}

static void random_block(Doc *doc, uint32_t *seed) {
    const char *text = arena_copy(&arena, random_text(&arena, seed, 30));
    const char *more = nasty[next_random(seed) % NASTY_COUNT];
    const char *label = next_random(seed) % 2 == 0 ? "" : more;
    DocLinkKind kind = (DocLinkKind)(next_random(seed) % (DOC_LINK_PROVIDER + 1));
    switch (next_random(seed) % 8) {
    case 0:
        doc_title(doc, text, more);
        break;
    case 1:
        doc_step_section(doc, (int)(next_random(seed) % 5), text);
        break;
    case 2:
        doc_heading(doc, text, more);
        break;
    case 3:
        doc_para(doc, ROLE_WARN, text);
        break;
    case 4:
        doc_field(doc, label, ROLE_BODY, text);
        break;
    case 5:
        doc_item(doc, label, ROLE_BODY, text);
        break;
    case 6:
        doc_field_link(doc, label, text, kind, more);
        break;
    default:
        doc_gap(doc);
    }
}

static void any_blocks_in_any_order_nest(void **state) {
    (void)state;
    uint32_t seed = 20161220;
    for (int round = 0; round < 300; round++) {
        Doc doc = page();
        for (int i = 0; i < 20; i++)
            random_block(&doc, &seed);
        const char *text = html(&doc);
        assert_nested(text);
        assert_true(text_is_utf8(str(text)));
        lacks(text, "\x1b");
        lacks(text, "<dl>\n<dd");
        arena_reset(&arena);
    }
}

/* ---- safety ---- */

static void text_is_never_markup(void **state) {
    (void)state;
    const char *const evil = "<script>alert('1')</script>\"&amp;\xE2\x80\xAE\x1B[31m";
    const char *const tame = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;amp;"
                             "\xEF\xBF\xBD[31m";
    Doc doc = page();
    doc_title(&doc, evil, evil);
    doc_section(&doc, evil);
    doc_heading(&doc, evil, evil);
    doc_para(&doc, ROLE_BODY, evil);
    doc_field(&doc, evil, ROLE_BODY, evil);
    doc_item(&doc, evil, ROLE_BODY, evil);
    const char *text = html(&doc);
    size_t times = 0;
    lacks(text, "<script");
    lacks(text, "\x1b");
    lacks(text, "\xE2\x80\xAE");
    for (const char *at = text; (at = strstr(at, tame)) != NULL; at++)
        times++;
    assert_int_equal(times, 11); /* <title> too */
    assert_nested(text);
}

/* A name may need a variation selector (葛󠄀城), a family its joiners. */
static void what_a_name_is_written_with_stays(void **state) {
    (void)state;
    Doc doc = page();
    doc_para(&doc, ROLE_BODY, "葛\xF3\xA0\x84\x80城");
    has(html(&doc), "<p>葛\xF3\xA0\x84\x80城</p>");
}

static const char *linked(DocLinkKind kind, const char *target) {
    Doc doc = page();
    doc_field_link(&doc, "L", "text", kind, target);
    return strstr(html(&doc), "<dd");
}

static void only_what_is_safe_to_follow_is_a_link(void **state) {
    (void)state;
    has(linked(DOC_LINK_URL, "http://x.jp/?a=1&p=2"),
        "<dd><a href=\"http://x.jp/?a=1&amp;p=2\">text</a></dd>");
    has(linked(DOC_LINK_URL, "https://x.jp/\"onload=\"x"),
        "<a href=\"https://x.jp/&quot;onload=&quot;x\">");
    has(linked(DOC_LINK_PHONE, "03-3581-1101"), "<a href=\"tel:03-3581-1101\">text</a>");
    has(linked(DOC_LINK_EMAIL, "PA8200@inpit.jpo.go.jp"),
        "<a href=\"mailto:PA8200@inpit.jpo.go.jp\">");
    static const struct {
        DocLinkKind kind;
        const char *target;
    } bad[] = {
        {DOC_LINK_URL, "javascript:alert(1)"},
        {DOC_LINK_URL, "JAVASCRIPT:alert(1)"},
        {DOC_LINK_URL, "data:text/html,x"},
        {DOC_LINK_URL, "file:///etc/passwd"},
        {DOC_LINK_URL, "//x.jp/"},
        {DOC_LINK_URL, "http://x.jp/ y"},
        {DOC_LINK_URL, "http://x.jp/\ny"},
        {DOC_LINK_PHONE, "03;ext=1"},
        {DOC_LINK_PHONE, "javascript:1"},
        {DOC_LINK_FAX, "03-3580-9840"},
        {DOC_LINK_EMAIL, "nobody"},
        {DOC_LINK_EMAIL, "a@b?subject=x&body=y"},
        {DOC_LINK_PROGRAM, "jetro-library"},
        {DOC_LINK_PROVIDER, "jetro"},
    };
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        has(linked(bad[i].kind, bad[i].target), "<dd>text</dd>");
}

static void nothing_is_loaded_from_anywhere(void **state) {
    (void)state;
    Doc doc = page();
    doc_title(&doc, "t", "");
    const char *text = html(&doc);
    static const char *const loading[] = {"<script", "<link", "<img",   "src=", "url(",
                                          "@import", "http:", "https:", "//"};
    for (size_t i = 0; i < COUNT_OF(loading); i++)
        lacks(text, loading[i]);
    has(text, "default-src 'none'");
    has(text, "@page{size:A4");
    has(text, "@media print");
}

static int in_english(void **state) {
    (void)state;
    tr_use(LANG_EN);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_page_is_set_by_its_meaning, release),
        cmocka_unit_test_teardown(the_language_is_named, release),
        cmocka_unit_test_teardown(a_table_has_headings_and_keeps_short_cells_whole, release),
        cmocka_unit_test_teardown(a_list_never_begins_without_a_label, release),
        cmocka_unit_test_teardown(any_blocks_in_any_order_nest, release),
        cmocka_unit_test_teardown(text_is_never_markup, release),
        cmocka_unit_test_teardown(what_a_name_is_written_with_stays, release),
        cmocka_unit_test_teardown(only_what_is_safe_to_follow_is_a_link, release),
        cmocka_unit_test_teardown(nothing_is_loaded_from_anywhere, release),
    };
    return cmocka_run_group_tests(tests, in_english, NULL);
}
