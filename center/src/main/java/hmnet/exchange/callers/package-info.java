/// Which systems may ask what about whom (問い合わせ元), and the trail they leave.
@ApplicationModule
@NullMarked
package hmnet.exchange.callers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
