/// What the transactions in HL7 V3 have in common (HL7 V3の共通部): SOAP, its safe reading, the wrappers around
/// questions and answers.
@ApplicationModule
@NullMarked
package hmnet.exchange.v3;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
