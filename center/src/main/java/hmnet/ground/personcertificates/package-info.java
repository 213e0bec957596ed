/// Certificates of people and of their facilities' devices: which count, and whose they are (利用者の証明書).
@ApplicationModule
@NullMarked
package hmnet.ground.personcertificates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
