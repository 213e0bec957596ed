/// Charts of clinics as they are exchanged (診療所カルテの交換規約, MML・CLAIM): each module is a source of its own.
@NullMarked
package hmnet.formats.mml;

import org.jspecify.annotations.NullMarked;
