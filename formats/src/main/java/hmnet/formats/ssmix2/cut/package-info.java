/// Rows of a chart, cut from messages of the standard storage (標準化ストレージの切り分け).
@NullMarked
package hmnet.formats.ssmix2.cut;

import org.jspecify.annotations.NullMarked;
