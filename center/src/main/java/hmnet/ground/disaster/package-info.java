/// The disaster mode: declared by two, for an area and a time; what opens while it holds is asked here (災害時モード).
@ApplicationModule
@NullMarked
package hmnet.ground.disaster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
