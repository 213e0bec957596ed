/// Patient Identity Feed FHIR (患者登録の通知, PIXm): a hospital's own patients told by conditional update.
@ApplicationModule
@NullMarked
package hmnet.exchange.iti104;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
