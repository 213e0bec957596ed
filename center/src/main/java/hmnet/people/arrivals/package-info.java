/// Matching as charts arrive, and the questions only a human can decide (到着時の名寄せ・確認待ち).
@ApplicationModule
@NullMarked
package hmnet.people.arrivals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
