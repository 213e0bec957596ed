/// Medical Markup Language 2.3 and 3.0 with CLAIM (MML・CLAIM): each module of a document is a source of its
/// own.
@NullMarked
package hmnet.formats.mml;

import org.jspecify.annotations.NullMarked;
