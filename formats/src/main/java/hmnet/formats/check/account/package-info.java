/// What became of each value of a file (項目の行き先): carried, kept, or named as not carried, never lost in silence.
@NullMarked
package hmnet.formats.check.account;

import org.jspecify.annotations.NullMarked;
