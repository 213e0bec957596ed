/// Layout, components and messages of every screen (画面部品).
@NullMarked
package hmnet.ground.design;

import org.jspecify.annotations.NullMarked;
