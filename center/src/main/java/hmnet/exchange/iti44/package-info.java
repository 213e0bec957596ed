/// Patient Identity Feed HL7 V3 (患者登録の受信, ITI-44): kept in the inbox as the ADT message it means, then
/// acknowledged.
@ApplicationModule
@NullMarked
package hmnet.exchange.iti44;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
