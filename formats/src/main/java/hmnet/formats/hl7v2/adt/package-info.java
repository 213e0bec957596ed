/// ADT messages that tell who a facility's patients are (患者登録の電文), as IHE ITI-8 sends them.
@NullMarked
package hmnet.formats.hl7v2.adt;

import org.jspecify.annotations.NullMarked;
