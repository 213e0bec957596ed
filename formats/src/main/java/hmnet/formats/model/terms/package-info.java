/// Code tables (コード表): files of a master or of a facility's own codes, and what says the same as a code
/// sent.
@NullMarked
package hmnet.formats.model.terms;

import org.jspecify.annotations.NullMarked;
