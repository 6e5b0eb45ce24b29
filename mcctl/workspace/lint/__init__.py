"""What is wrong with the objects in a workspace, before anybody gets them."""
