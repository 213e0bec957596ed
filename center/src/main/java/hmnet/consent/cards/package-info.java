/// Cards and their number schemes (カード): HM cards, 開示カード, QR.
@ApplicationModule
@NullMarked
package hmnet.consent.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
