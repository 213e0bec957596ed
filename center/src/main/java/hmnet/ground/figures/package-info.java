/// Figures of a running centre for those who keep it (稼働状況): alive, ready, and numbers for Prometheus, on a port of
/// its own that only this machine reaches.
@ApplicationModule
@NullMarked
package hmnet.ground.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
