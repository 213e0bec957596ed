/// PDQV3 (患者基本情報の照会, ITI-47): who somebody is, by what is known of them, over SOAP.
@ApplicationModule
@NullMarked
package hmnet.exchange.iti47;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
