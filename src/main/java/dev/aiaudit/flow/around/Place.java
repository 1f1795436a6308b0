package dev.aiaudit.flow.around;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Node;

/**
 * Where a frame of a path stands in the source.
 *
 * @param code the code of the frame
 * @param node the expression that reaches the next frame
 */
record Place(Code code, Node node) {}
