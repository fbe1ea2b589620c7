"""Mail: gathered from what people have been told, composed when it is sent, and followed up when it fails."""
