"""What a person types. The path is the command line: `mcctl tx definition create` is tx/definition/create.py.

A group is a folder, a verb a module in it, loaded when it is typed; a dash is an underscore, and a verb that Python
keeps for itself has one at its end (import_.py). What is no verb has an underscore in front.
"""
