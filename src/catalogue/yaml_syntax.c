/* libyaml's error texts, said so that someone who has never heard of YAML can act. */
#include "base/tr.h"
#include "catalogue/yaml_reader.h"

typedef struct Saying {
    const char *problem, *context; /* libyaml 0.2's words; NULL: any context */
    const char *sentence;          /* msgid */
} Saying;

#define QUOTE_IT N_("this character cannot start a text; put the text in quotes")
#define UNCLOSED N_("the quoted text that begins here is not closed")
#define NO_COLON N_("a key needs ': ' after it")

static const Saying sayings[] = {
    {"could not find expected ':'", NULL, NO_COLON},
    {"mapping values are not allowed in this context", NULL,
     N_("a ': ' where no key can stand; check the indentation, or put the text in quotes")},
    {"mapping keys are not allowed in this context", NULL,
     N_("a '? ' where no key can stand; put the text in quotes")},
    {"did not find expected key", NULL,
     N_("this does not line up with the keys above; check the indentation and the quotes")},
    {"did not find expected '-' indicator", NULL,
     N_("this does not line up with the '- ' above; check the indentation")},
    {"block sequence entries are not allowed in this context", NULL,
     N_("a '- ' where no list can stand; put the list on lines of its own")},
    {"did not find expected ',' or ']'", NULL, N_("expected ',' or ']' in a list in brackets")},
    {"did not find expected ',' or '}'", NULL, N_("expected ',' or '}' in a map in braces")},
    {"did not find expected node content", NULL,
     N_("a value is missing here, or a bracket or brace above is never closed")},
    {"did not find expected <document start>", NULL,
     N_("something stands after the end of the document; a file holds only one")},
    {"found character that cannot start any token", NULL, QUOTE_IT},
    {"found unexpected end of stream", "while scanning a quoted scalar", UNCLOSED},
    {"found unexpected document indicator", NULL, UNCLOSED},
    {"found unknown escape character", NULL,
     N_("an unknown escape: in double quotes write \\\\ for a backslash, or use single quotes")},
    {"did not find expected hexdecimal number", NULL,
     N_("hexadecimal digits are missing after the backslash")},
    {"found invalid Unicode character escape code", NULL,
     N_("the escape does not name a character")},
    {"did not find expected alphabetic or numeric character", NULL,
     N_("'&' and '*' are not allowed at the start of a text; put it in quotes")},
    {"found undefined tag handle", NULL,
     N_("a tag (!) is not allowed; put the text in quotes if it starts with !")},
    {"did not find expected '!'", NULL,
     N_("a tag (!) is not allowed; put the text in quotes if it starts with !")},
    {"did not find expected comment or line break", NULL,
     N_("nothing may stand after '|' or '>' on the same line")},
    {"found an indentation indicator equal to 0", NULL,
     N_("'|' or '>' may be followed by 1 to 9, not by 0")},
};

const char *yaml_syntax_sentence(const char *problem, const char *context) {
    for (size_t i = 0; i < COUNT_OF(sayings); i++) {
        bool fits = sayings[i].context == NULL ||
                    (context != NULL && strcmp(sayings[i].context, context) == 0);
        if (fits && strcmp(sayings[i].problem, problem) == 0)
            return tr(sayings[i].sentence);
    }
    return problem;
}
