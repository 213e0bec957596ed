/// Different spellings of one thing brought to one form, for comparing only (表記の畳み込み).
@ApplicationModule
@NullMarked
package hmnet.people.folding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
