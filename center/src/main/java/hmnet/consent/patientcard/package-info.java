/// The extension area of a card that serves as patient card everywhere (共通診察券の拡張領域): a common key
/// and each hospital's number, read and written through APDUs.
@ApplicationModule
@NullMarked
package hmnet.consent.patientcard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
