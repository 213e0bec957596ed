/// The emergency doors: who opened one to whom, for how long, and its review (救急の入口).
@ApplicationModule
@NullMarked
package hmnet.consent.emergency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
