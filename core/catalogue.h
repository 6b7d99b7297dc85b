// Catalogues compared: a language that lacks a key must not reach a reader.
//
//   for (const Error& error : differences(english, text, french)) report(error.text());
//
// Every text, list and object of the model must be in the catalogue under the same key, and nothing else. A text has
// the same places ({members}) as the model's. Forms of plural are those of the catalogue's language (Unicode CLDR):
// each that it has, and none that it has not; "other" is always good, and enough where the model has only that. Every
// form has the places that all the model's forms have, and no place that none of them has. A language whose "name" is
// in letters that are read from the right has the "direction" rtl.
#pragma once

#include <string_view>
#include <vector>

#include "result.h"
#include "words.h"

namespace council {

/// What is wrong with a catalogue beside its model, in the model's order. `text` is what `words` were parsed from.
std::vector<Error> differences(const Words& model, std::string_view text, const Words& words);

}  // namespace council
