/// The scanned papers of a consent: kept, shown to the office and to whom they are about (同意書の画像).
@ApplicationModule
@NullMarked
package hmnet.record.consentpapers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
