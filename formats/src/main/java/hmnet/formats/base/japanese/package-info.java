/// How Japanese documents write days and names (日本の書き方): eras, half-width kana, two names in one field.
@NullMarked
package hmnet.formats.base.japanese;

import org.jspecify.annotations.NullMarked;
