/// One drug of a message and how it is taken or given (薬剤と用法・用量), by RXE, RXO, RXD or RXA with TQ1 and RXR.
@NullMarked
package hmnet.formats.hl7v2.drug;

import org.jspecify.annotations.NullMarked;
