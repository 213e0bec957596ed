/// What a resident sees and decides as themselves: who looked, the consent, the facilities (マイページ).
@ApplicationModule
@NullMarked
package hmnet.consent.mypages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
