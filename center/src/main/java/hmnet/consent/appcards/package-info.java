/// The HM card as a residents' telephone shows it, a code a minute (アプリのHMカード).
@ApplicationModule
@NullMarked
package hmnet.consent.appcards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
