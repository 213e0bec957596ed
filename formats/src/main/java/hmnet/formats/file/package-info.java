/// A file of a facility, whatever its format (施設のファイル): what it is, what was found in it, what was
/// wrong.
@NullMarked
package hmnet.formats.file;

import org.jspecify.annotations.NullMarked;
