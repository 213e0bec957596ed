/// The SS-MIX2 standard storage (SS-MIX2 標準化ストレージ): its tree, its file names, its files, read and
/// written.
@NullMarked
package hmnet.formats.ssmix2;

import org.jspecify.annotations.NullMarked;
