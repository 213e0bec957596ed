/// Codes and what they decide (コード): coding systems, kinds of rows, labels and the rules that find them.
@NullMarked
package hmnet.formats.model.code;

import org.jspecify.annotations.NullMarked;
