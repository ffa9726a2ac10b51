/** Who is connected to which room on this node, and how they hear of what happens. */
package bd.cleancare.chat.live;
