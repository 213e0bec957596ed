/// Layout, components and messages of every screen (画面部品).
@ApplicationModule
@NullMarked
package hmnet.ground.design;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
