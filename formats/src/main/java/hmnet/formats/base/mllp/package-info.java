/// HL7 messages on a connection (電文の枠, MLLP): where one ends and the next begins.
@NullMarked
package hmnet.formats.base.mllp;

import org.jspecify.annotations.NullMarked;
